import { isObject } from '../objects';
import type { LiveAnswer } from './liveAnswer';

/** What a model has made, as far as it matters here: LangChain's LLMResult. */
interface ModelResult {
	generations?: Array<
		Array<{ text?: string; message?: { tool_calls?: Array<{ name?: string; args?: unknown }> } }>
	>;
}

/** By this tool an agent with an output parser hands over its answer. */
const FINAL_TOOL = 'format_final_json_response';

const finalText = (args: unknown): string => {
	const output = isObject(args) && 'output' in args ? args.output : args;
	return typeof output === 'string' ? output : JSON.stringify(output, null, 2);
};

/**
 * Watches a chat model. LangChain's models write token by token when somebody watches who prefers it.
 *
 * @param answer what the tokens become
 * @returns a callback handler of LangChain, which must come before others: n8n's own takes the tool calls out
 * of the result
 * @see https://github.com/langchain-ai/langchainjs `BaseCallbackHandler`, `callbackHandlerPrefersStreaming`
 */
export function modelHandler(answer: LiveAnswer) {
	const texts = new Map<string, string>();
	return {
		name: 'LarkLiveAnswer',
		lc_prefer_streaming: true,
		awaitHandlers: true,
		handleChatModelStart: () => answer.begin(),
		handleLLMStart: () => answer.begin(),
		handleLLMNewToken(token: unknown, _place: unknown, runId: string) {
			const text = (texts.get(runId) ?? '') + (typeof token === 'string' ? token : '');
			texts.set(runId, text);
			answer.grow(text);
		},
		handleLLMEnd({ generations }: ModelResult, runId: string) {
			const streamed = texts.get(runId) ?? '';
			texts.delete(runId);
			const [generation] = generations?.[0] ?? [];
			const calls = generation?.message?.tool_calls ?? [];
			const final = calls.find(({ name }) => name === FINAL_TOOL);
			if (final) answer.answer(finalText(final.args));
			else if (calls.length > 0) answer.callTools(calls.map(({ name }) => String(name)));
			else answer.answer(generation?.text || streamed);
		},
		handleLLMError(_error: unknown, runId: string) {
			texts.delete(runId);
		},
	};
}

/** A model as LangChain has it: its callbacks are a list, or a manager of handlers. */
interface WatchedModel {
	callbacks?: unknown[] | { handlers: unknown[] };
}

/**
 * Makes a model show its answer. The model itself is changed, since it belongs to this use of it. Its list of
 * callbacks is changed in place: a model that gets tools or options is made anew with the list of the first.
 *
 * @see https://github.com/langchain-ai/langchainjs `ChatOpenAI.withConfig`
 */
export function watchModel<Model extends object>(model: Model & WatchedModel, answer: LiveAnswer) {
	const { callbacks } = model;
	const handlers = Array.isArray(callbacks) ? callbacks : callbacks?.handlers;
	if (handlers) handlers.unshift(modelHandler(answer));
	else model.callbacks = [modelHandler(answer)];
	return model;
}
