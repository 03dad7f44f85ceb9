import type { INodeExecutionData } from 'n8n-workflow';

import type { LarkClient } from '../../transport/client';
import { type Attachment } from '../../events/reading/reader';
import { toText } from '../../events/values';
import type { ReceivedMessage } from '../../events/message';
import type { ExtraSettings } from '../settings';
import { fetchAttachment } from './attachments';
import type { EventContext } from '../context';
import { askNames, missingName } from './names';
import { withTimeout } from '../withTimeout';

/** A received message on its way into an item. */
export interface DeliveryContext {
	context: EventContext;
	client: () => Promise<LarkClient>;
	/** The app that got the message. */
	app: string;
	/** When Lark must be answered, Unix time in ms. */
	deadline: number;
}

/** The name of an attachment among an item's binary data. */
export const binaryName = (index: number): string => `attachment_${index}`;

async function addNames(
	item: INodeExecutionData,
	received: ReceivedMessage,
	{ client, app, deadline }: DeliveryContext,
): Promise<string[]> {
	const now = Date.now();
	const questions = askNames(received, app, client, now);
	const answers = questions.map(async ({ field, answer }) => {
		const name = await withTimeout(deadline - now, answer);
		if (name) item.json[field] = name;
		return name ? [] : [missingName(field)];
	});
	return (await Promise.all(answers)).flat();
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
		deadline - Date.now(),
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

/**
 * Adds to the item of a message what is wished and can be had in time. What is missing is named in
 * `warnings` of the item. Never throws.
 */
export async function addExtras(
	item: INodeExecutionData,
	received: ReceivedMessage,
	{ names, attachments, maxBytes }: ExtraSettings,
	delivery: DeliveryContext,
): Promise<void> {
	const warnings = await Promise.all([
		names ? addNames(item, received, delivery) : [],
		attachments ? addAttachments(item, received, maxBytes, delivery) : [],
	]);
	if (warnings.flat().length > 0) item.json.warnings = warnings.flat();
}
