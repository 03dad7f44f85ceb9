import type { INodeExecutionData } from 'n8n-workflow';

import type { ReceivedMessage } from '../../events/message';
import type { Attachment } from '../../events/reading';
import { toText } from '../../events/values';
import type { DeliveryContext } from '../context';
import type { ExtraSettings } from '../settings';
import { withTimeout } from '../withTimeout';
import { fetchAttachment } from './attachments';
import { requestNames } from './names';

/** The name of an attachment among an item's binary data. */
export const binaryName = (index: number): string => `attachment_${index}`;

/**
 * Adds to the item of a message what is wished and can be had in time. Never throws.
 *
 * @returns what the item says about what is missing
 */
export async function addExtras(
	item: INodeExecutionData,
	received: ReceivedMessage,
	{ names, attachments, maxBytes }: ExtraSettings,
	delivery: DeliveryContext,
): Promise<string[]> {
	const warnings = await Promise.all([
		names ? addNames(item, received, delivery) : [],
		attachments ? addAttachments(item, received, maxBytes, delivery) : [],
	]);
	return warnings.flat();
}

async function addNames(
	item: INodeExecutionData,
	received: ReceivedMessage,
	{ client, appId, deadline }: DeliveryContext,
): Promise<string[]> {
	const warnings = requestNames(received, appId, client).map(async ({ field, name, warning }) => {
		const given = await withTimeout(deadline - performance.now(), name);
		if (given) item.json[field] = given;
		return given ? [] : [warning];
	});
	return (await Promise.all(warnings)).flat();
}

async function addAttachments(
	item: INodeExecutionData,
	{ attachments, message }: ReceivedMessage,
	maxBytes: number,
	delivery: DeliveryContext,
): Promise<string[]> {
	const messageId = toText(message.message_id);
	const outcomes = attachments.map(async (attachment, index) =>
		addAttachment(item, attachment, binaryName(index), messageId, maxBytes, delivery),
	);
	return (await Promise.all(outcomes)).flatMap((warning) => warning ?? []);
}

/** @returns why the file is not there, or undefined when it is */
async function addAttachment(
	item: INodeExecutionData,
	attachment: Attachment,
	field: string,
	messageId: string,
	maxBytes: number,
	{ context, client, deadline }: DeliveryContext,
): Promise<string | undefined> {
	const fetching = fetchAttachment(context, client, messageId, attachment, maxBytes);
	const outcome = await withTimeout(
		deadline - performance.now(),
		fetching.binary.then(
			(binary) => ({ binary }),
			(error: Error) => ({ error }),
		),
	);
	if (outcome && 'binary' in outcome) {
		item.binary = { ...item.binary, [field]: outcome.binary };
		return undefined;
	}
	fetching.giveUp();
	const why = outcome?.error.message ?? 'There was no time: Lark waits 3 seconds for an answer.';
	return `The attachment ${attachment.key} was not downloaded. ${why} File > Download Message Attachment gets it later.`;
}
