import examples from '../contract/received-content.json';

const documented: Record<string, object[]> = examples;

/** Fields that the documentation lacks: Lark's command line client reads `files`, newer Lark apps write `content_v2`. */
const UNDOCUMENTED: Record<string, string[]> = { post: ['content_v2', 'files'] };

/** The message types that apps can receive, each with the documented examples of its content. */
export const receivedContents = Object.entries(documented);

/**
 * Checks content as apps receive it: a known type, and no field that nobody knows of it.
 *
 * @throws Error
 * @see im-v1/message/message-content-description/message_content
 */
export function checkReceived(msgType: string, content: object): void {
	const known = Object.hasOwn(documented, msgType) ? documented[msgType] : undefined;
	if (!known) throw new Error(`There is no message type ${msgType}`);
	const fields = new Set([
		...known.flatMap((example) => Object.keys(example)),
		...(UNDOCUMENTED[msgType] ?? []),
	]);
	const unknown = Object.keys(content).find((field) => !fields.has(field));
	if (unknown) throw new Error(`A received ${msgType} has no field ${unknown}`);
}
