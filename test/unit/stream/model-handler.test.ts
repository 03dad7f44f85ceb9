import { LiveAnswer } from '../../../nodes/shared/stream/liveAnswer';
import { watchModel } from '../../../nodes/shared/stream/modelHandler';

/** What a model gives its handlers, and what becomes visible of it. */
function watch() {
	const shown: string[] = [];
	const writer = {
		show: (text: string, status?: { en: string }) =>
			void shown.push([text, status?.en].filter(Boolean).join(' | ')),
		end: async (ending: unknown) => void shown.push(JSON.stringify(ending)),
	};
	const answer = new LiveAnswer(writer, { showsTools: true });
	const other = { name: 'other' };
	const callbacks: unknown[] = [other];
	const model = watchModel({ callbacks }, answer);
	const [handler] = callbacks as Array<Record<string, (...args: unknown[]) => void>>;
	return { shown, answer, model, callbacks, handler, other };
}

const result = (text: string, calls: object[] = []) => ({
	generations: [[{ text, message: { tool_calls: calls } }]],
});

describe('a model that is watched', () => {
	it('keeps its list of callbacks, with the new one first and a wish for tokens', () => {
		const { model, callbacks, handler, other } = watch();
		expect(model.callbacks).toBe(callbacks);
		expect(callbacks).toEqual([handler, other]);
		expect(handler.lc_prefer_streaming).toBe(true);
	});

	it('shows its tokens, its tools, and of its turns the latest one', async () => {
		const { shown, answer, handler } = watch();
		handler.handleLLMNewToken('Let me ', {}, 'run1');
		handler.handleLLMNewToken('see', {}, 'run1');
		handler.handleLLMEnd(result('Let me see', [{ name: 'Search' }]), 'run1');
		handler.handleLLMNewToken('Found', {}, 'run2');
		handler.handleLLMEnd(result('Found'), 'run2');
		await answer.finishIfAnswered();
		expect(shown).toEqual([
			'Let me ',
			'Let me see',
			'Let me see | Using Search...',
			'Found',
			'Found',
			'"complete"',
		]);
	});

	it('shows the answer that an output parser makes of a tool call', () => {
		const { shown, handler } = watch();
		const call = { name: 'format_final_json_response', args: { output: 'Done' } };
		handler.handleLLMEnd(result('', [call]), 'run');
		expect(shown).toEqual(['Done']);
	});

	it('says nothing more after it was stopped, although it gives what it has', async () => {
		const { shown, answer, handler } = watch();
		handler.handleLLMNewToken('Half', {}, 'run');
		await answer.finish('stopped');
		const { length } = shown;
		handler.handleLLMEnd(result('Half'), 'run');
		await answer.finishIfAnswered();
		expect(shown).toHaveLength(length);
	});
});
