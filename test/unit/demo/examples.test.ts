import { choose } from '../../../scripts/demo/examples';
import { examples } from '../../support/example-needs';

const CHOICES = { chat: { name: 'Incident Response', chatId: 'oc_1' }, folder: '/tmp/demo' };

describe('the examples in the demo', () => {
	it.each(examples)('$name has a chat in every picker, and a folder to write to', ({ nodes }) => {
		const parameters = JSON.stringify(
			nodes
				.filter(({ type }) => !type.endsWith('.stickyNote'))
				.map((node) => choose(node, CHOICES)),
		);
		expect(parameters).not.toMatch(/"__rl":true,"mode":"[a-z]+","value":""/);
		expect(parameters).not.toContain('/home/node');
	});

	it('get a chat where none was chosen, and keep what is there', () => {
		const node = (value: string) => ({ parameters: { to: { __rl: true, mode: 'list', value } } });
		expect(choose(node('') as never, CHOICES)).toMatchObject({ to: { value: 'oc_1' } });
		expect(choose(node('oc_2') as never, CHOICES)).toMatchObject({ to: { value: 'oc_2' } });
	});
});
