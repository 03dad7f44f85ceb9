import { handOverForm, readHandOver } from '../../../nodes/shared/decision/handOverBody';

describe('what is handed to the waiting webhook', () => {
	it('comes back as it was, whatever stands in it', async () => {
		const body = { click: '{"a":"\r\n----lark--\r\n长"}', sent_at: 1, proof: 'x', tries: 0 };
		const { headers, bytes } = handOverForm(body);
		const form = await new Response(new Uint8Array(bytes), { headers }).formData();
		expect([...form.keys()]).toHaveLength(1);
		expect(readHandOver({ data: Object.fromEntries(form), files: {} })).toEqual(body);
		expect(readHandOver(body)).toEqual(body);
	});

	it.each([undefined, null, 'x', [], { data: { handover: '{' } }, { data: { handover: '[]' } }])(
		'is nothing in %j',
		(body) => expect(readHandOver(body)).toEqual({}),
	);
});
