import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';

import { compilePattern } from '../../../nodes/shared/events/pattern';
import { processorMs } from '../../support/growth';

/** Random patterns over a small alphabet, so that they often match. */
const patterns = fc.letrec<{ pattern: string; term: string }>((tie) => ({
	pattern: fc
		.array(fc.array(tie('term'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
		.map((choices) => choices.map((terms) => terms.join('')).join('|')),
	term: fc
		.tuple(
			fc.oneof(
				{ maxDepth: 2, withCrossShrink: true },
				fc.constantFrom('a', 'b', '.', '\\w', '[ab]', '[^a]', '\\s', '\\.', '\\x61', '😀'),
				tie('pattern').map((inner) => `(${inner})`),
				tie('pattern').map((inner) => `(?:${inner})`),
			),
			fc.constantFrom('', '', '*', '+', '?', '*?', '{2}', '{1,}', '{0,2}'),
		)
		.map(([atom, quantifier]) => atom + quantifier)
		.chain((term) => fc.constantFrom(term, term, term, `^${term}`, `${term}$`, `\\b${term}`)),
}));

const texts = fc
	.array(fc.constantFrom('a', 'b', 'c', 'A', ' ', '.', '\n', '😀', 'ä'), { maxLength: 8 })
	.map((signs) => signs.join(''));

const CONTEXT = createContext({ RegExp });

/** What JavaScript finds: some random patterns keep it busy for minutes, and are left out. */
function javaScriptTest(pattern: string, flags: string, text: string): boolean {
	const code = `new RegExp(${JSON.stringify(pattern)}, '${flags}u').test(${JSON.stringify(text)})`;
	try {
		return runInContext(code, CONTEXT, { timeout: 100 }) as boolean;
	} catch (error) {
		fc.pre((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT');
		throw error;
	}
}

/** A random pattern may have more repetitions than are taken. */
function compileOrSkip(pattern: string) {
	try {
		return compilePattern(pattern);
	} catch (error) {
		fc.pre(!(error as Error).message.includes('so many repetitions'));
		throw error;
	}
}

describe('regular expressions that users write', () => {
	it.each([
		'(?:){999999999}',
		'(?:(?:a{0}){99999}){99999}',
		'(){99999999,}',
		'((){9999}|){99999999}b',
	])('%s take no long time, although they repeat nothing very often', async (pattern) => {
		const time = await processorMs(() => {
			try {
				compilePattern(pattern)('ab');
			} catch (error) {
				expect((error as Error).message).toContain('so many repetitions');
			}
		});
		expect(time).toBeLessThan(1_000);
	});

	it('match what JavaScript matches', () => {
		const property = fc.property(
			patterns.pattern,
			texts,
			fc.constantFrom('', 'i', 'm', 's'),
			(pattern, text, flags) => {
				const expected = javaScriptTest(pattern, flags, text);
				const matches = compileOrSkip(`/${pattern || '(?:)'}/${flags}`);
				expect(matches(text)).toBe(expected);
			},
		);
		fc.assert(property, { numRuns: 3_000 });
	});

	it.each([
		['order \\d+', 'my order 12', true],
		['order \\d+', 'my Order 12', false],
		['/order \\d+/i', 'my Order 12', true],
		['^(?<verb>deploy|rollback)\\s+(prod|test)$', 'deploy prod', true],
		['\\p{Script=Han}{2}', '你好', true],
		['a\\-b', 'a-b', true],
		['a{', 'a{', true],
		['[)(|*]{3}', '(*)', true],
		['^$', '', true],
		['(a|b)?c{2,3}d', 'xbccd', true],
	])('%s in %j: %p', (pattern, text, expected) => {
		expect(compilePattern(pattern)(text)).toBe(expected);
	});

	it.each(['(a+)+$', '(a|a)*$', '(.*)*x', '.*.*.*.*.*x', '(\\w+\\s?)*!$', '(?:a?){100}a{100}$'])(
		'%s takes no time on a text that JavaScript would chew on for ever',
		(pattern) => {
			const matches = compilePattern(pattern);
			const start = performance.now();
			matches(`${'a'.repeat(100_000)}!b`);
			expect(performance.now() - start).toBeLessThan(1_000);
		},
	);

	it.each([
		['(', /cannot be "\("/],
		['a{2,1}', /cannot be/],
		['[z-a]', /cannot be/],
		['(?=a)b', /cannot have a group/],
		['(a)\\1', /cannot have the backreference/],
		['(?:a{99}){99}', /cannot have so many repetitions/],
		['(?:){0,999999999}', /cannot have so many repetitions/],
		['/a/qq', /cannot be/],
	])('refuses %s', (pattern, message) => {
		expect(() => compilePattern(pattern)).toThrow(message);
	});
});
