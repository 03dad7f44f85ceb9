import { LarkError } from '../contract/lark-error';

/** @returns a 230001 refusal with the reason */
export function badContent(reason: string): LarkError {
	return new LarkError(230001, { ext: `invalid message content: ${reason}` });
}

/** @returns a 230099 refusal with the sub-code that Lark puts into its message */
export function badCard(subCode: number, reason: string, value = ''): LarkError {
	const ext = `ErrCode: ${subCode}; ErrMsg: ${reason}; ErrorValue: ${value}`;
	return new LarkError(230099, { ext });
}

/** The sub-code of a card that cannot be made (im-v1/message/create.md). */
export const NOT_POSSIBLE = 11310;

export function tooManyTables(): LarkError {
	return badCard(NOT_POSSIBLE, 'card table number over limit', 'table; ');
}
