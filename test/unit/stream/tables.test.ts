import { cardMarkdown } from '../../../nodes/shared/stream/tables';

const table = (name: string) => `| ${name} | b |\n|---|---|\n| 1 | 2 |`;

describe('the Markdown of an answer', () => {
	it('stays as it is, to the byte', () => {
		const text = `# Title \n\n${table('a')}\n\n\`\`\`\n${table('code')}\n\`\`\`\n\n- *x*  \n`;
		expect(cardMarkdown(text)).toBe(text);
	});

	it('shows three tables, and those after them as text', () => {
		const tables = ['a', 'b', 'c', 'd', 'e'].map(table);
		const text = `${tables.slice(0, 3).join('\n\n')}\n\n\`\`\`\`\n${tables[3]}\n\`\`\`\`\n\n\`\`\`\`\n${tables[4]}\n\`\`\`\``;
		expect(cardMarkdown(tables.join('\n\n'))).toBe(text);
	});

	it('mentions nobody', () => {
		expect(cardMarkdown('<at id=all></at> a < b')).not.toContain('<at');
		expect(cardMarkdown('a < b and <b>')).toBe('a < b and <b>');
	});

	it('takes time that grows with its length only', () => {
		const started = performance.now();
		cardMarkdown('| a |\n'.repeat(50_000));
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
