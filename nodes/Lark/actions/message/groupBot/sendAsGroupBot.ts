import type { IDataObject } from 'n8n-workflow';

import { groupBotMessage, type GroupBotMessage } from '../../../../shared/content/groupBot';
import { checkKeyword } from '../../../../shared/content/keyword';
import { sendByGroupBot } from '../../../../shared/lark/groupBot';
import type { OperationItem } from '../../../fields/item';
import { sendParts } from '../sendParts';
import { readMessages } from '../types';
import { groupBotTypes } from './groupBotTypes';

/**
 * Sends what an item describes into the group of its group bot, by the webhook. Lark gives no message
 * ID, and cannot tell a message that is sent again from a new one.
 *
 * @returns the type of each message
 * @throws InputError for what a group bot cannot send, NodeApiError for the first message that Lark refuses
 * @see client-docs/bot-v3/use-custom-bots-in-a-group
 */
export async function sendAsGroupBot(item: OperationItem): Promise<IDataObject[]> {
	const { keywords } = item.lark;
	const name = item.string('msgType') === 'markdown' ? 'Markdown' : undefined;
	const messages = (await readMessages(item, groupBotTypes)).map((message) =>
		groupBotMessage(message, name),
	);
	for (const message of messages) checkKeyword(message, keywords);
	return await sendParts(
		messages,
		async (message) => await send(item, message),
		(message) => message,
	);
}

async function send({ lark }: OperationItem, message: GroupBotMessage): Promise<IDataObject> {
	await lark.call(sendByGroupBot, { body: message });
	return { success: true, msg_type: message.msg_type };
}
