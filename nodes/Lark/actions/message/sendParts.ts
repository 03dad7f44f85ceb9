import { NodeApiError, type IDataObject } from 'n8n-workflow';

/**
 * Sends the parts of one item one after the other, so that they arrive in their order.
 *
 * @param shown makes the output of what `send` gives for a part
 * @returns the messages as `shown` gives them
 * @throws the error of the first part that fails, which says what has been sent before it
 */
export async function sendParts<Part>(
	parts: Part[],
	send: (part: Part, index: number) => Promise<IDataObject>,
	shown: (message: IDataObject, part: Part) => IDataObject,
): Promise<IDataObject[]> {
	const sent: IDataObject[] = [];
	for (const [index, part] of parts.entries()) {
		try {
			sent.push(shown(await send(part, index), part));
		} catch (error) {
			throw sent.length > 0 ? withSent(error as Error, sent, parts.length) : error;
		}
	}
	return sent;
}

function withSent(error: Error, sent: IDataObject[], count: number): Error {
	if (!(error instanceof NodeApiError)) return error;
	const ids = sent.flatMap(({ message_id }) => (message_id ? [String(message_id)] : []));
	const before = ids.length > 0 ? ids.join(', ') : `${sent.length}, which have no message ID`;
	const list = `Message ${sent.length + 1} of ${count} failed. Sent before it: ${before}.`;
	error.description = [error.description, list].filter(Boolean).join(' ');
	error.context.sent = sent;
	return error;
}
