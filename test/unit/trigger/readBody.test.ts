import { Readable } from 'node:stream';

import { MAX_BODY_BYTES, readBody } from '../../../nodes/LarkTrigger/readBody';

const MEGABYTE = Buffer.alloc(1024 * 1024, 'a');

describe('readBody', () => {
	it('keeps the bytes as they come', async () => {
		const chunks = [Buffer.from([0xff, 0x00]), Buffer.from('{}')];
		expect(await readBody(Readable.from(chunks))).toEqual(Buffer.concat(chunks));
		expect(await readBody(Readable.from([]))).toEqual(Buffer.alloc(0));
	});

	it('takes as much as the limit and not a byte more', async () => {
		expect(await readBody(Readable.from([MEGABYTE]))).toHaveLength(MAX_BODY_BYTES);
		expect(await readBody(Readable.from([MEGABYTE, Buffer.from('a')]))).toBeUndefined();
	});

	it('hears a large body out, and cuts an endless one off', async () => {
		let sent = 0;
		function* endless() {
			for (; sent < 1000; sent++) yield MEGABYTE;
		}
		expect(await readBody(Readable.from(Array<Buffer>(20).fill(MEGABYTE)))).toBeUndefined();
		expect(await readBody(Readable.from(endless()))).toBeUndefined();
		expect(sent).toBeLessThan(100);
	});
});
