import { tablesIn } from '../../../sandbox/content/tables';
import { bench } from './support';

const TABLE = 'a | b\n--|:-:\n1 | 2';
const cardWith = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const markdown = (content: string) => ({ tag: 'markdown', content });

describe('tables in a card', () => {
	it.each([
		['one after another', `${TABLE}\n\n${TABLE}`, 2],
		['below a text', `text\n${TABLE}`, 1],
		['a rule with other cells than its header', 'a\n|---|---|', 0],
		['a rule among the rows', `${TABLE}\n|---|---|\n|---|---|`, 1],
		['in code', `\`\`\`\`\n\`\`\`\n${TABLE}\n\`\`\`\``, 0],
		['with an escaped bar', 'a \\| b\n|---|', 1],
	])('are counted as Markdown has them: %s', (_case, content, count) => {
		expect(tablesIn([markdown(content)])).toBe(count);
	});

	it('are three at most, in Markdown and as elements', async () => {
		const b = await bench();
		const tables = (count: number) => markdown(Array(count).fill(TABLE).join('\n\n'));
		const nested = {
			tag: 'column_set',
			columns: [{ tag: 'column', elements: [{ tag: 'table' }] }],
		};
		expect((await b.send('interactive', cardWith(tables(3)))).body.code).toBe(0);
		for (const card of [cardWith(tables(4)), cardWith(tables(2), tables(1), nested)]) {
			const { body } = await b.send('interactive', card);
			expect(body.code).toBe(230099);
			expect(body.msg).toContain('ErrCode: 11310; ErrMsg: card table number over limit');
		}
	});
});
