import { Slots } from '../../../nodes/shared/transport/slots';

describe('slots', () => {
	it('go to those who wait in their order, each once', async () => {
		const slots = new Slots(2);
		const [first] = await Promise.all([slots.acquire(), slots.acquire()]);
		const got: string[] = [];
		const take = async (name: string) => {
			const done = await slots.acquire();
			got.push(name);
			return done;
		};
		const third = take('third');
		void take('fourth');
		void take('fifth');
		first();
		first();
		const again = await third;
		await new Promise(setImmediate);
		expect(got).toEqual(['third']);
		again();
		await new Promise(setImmediate);
		expect(got).toEqual(['third', 'fourth']);
	});
});
