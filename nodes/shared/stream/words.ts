/** A text that Lark shows in the reader's language. */
export interface ReaderWords {
	en: string;
	zh: string;
}

/** The same in every language. */
export const sameWords = (text: string): ReaderWords => ({ en: text, zh: text });

/** Before the first token. */
export const THINKING: ReaderWords = { en: 'Thinking...', zh: '思考中...' };

/** While the model waits for tools. */
export const usingTools = (names: string[]): ReaderWords =>
	names.length > 0
		? { en: `Using ${names.join(', ')}...`, zh: `正在使用 ${names.join('、')}...` }
		: { en: 'Using a tool...', zh: '正在使用工具...' };

export const FAILED: ReaderWords = {
	en: 'The answer could not be finished because of an error. Please try again.',
	zh: '回答因出错未能完成，请重试。',
};

export const STOPPED: ReaderWords = { en: 'The answer was stopped.', zh: '回答已停止。' };

export const EMPTY: ReaderWords = { en: 'There is no answer.', zh: '没有回答内容。' };
