import type { Resource } from '../operation';
import { deleteMessage } from './delete.operation';
import { deleteEphemeralCard } from './deleteEphemeralCard.operation';
import { edit } from './edit.operation';
import { forward } from './forward.operation';
import { forwardThread } from './forwardThread.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getReadUsers } from './getReadUsers.operation';
import { mergeForward } from './mergeForward.operation';
import { reply } from './reply.operation';
import { search } from './search.operation';
import { send } from './send.operation';
import { sendEphemeralCard } from './sendEphemeralCard.operation';
import { sendFollowUpBubbles } from './sendFollowUpBubbles.operation';
import { sendFromItem } from './sendFromItem.operation';
import { sendUrgent } from './sendUrgent.operation';
import { updateCard } from './updateCard.operation';
import { updateCardFromCallback } from './updateCardFromCallback.operation';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [
		send,
		sendFromItem,
		reply,
		get,
		getAll,
		search,
		deleteMessage,
		edit,
		forward,
		forwardThread,
		mergeForward,
		getReadUsers,
		sendUrgent,
		sendFollowUpBubbles,
		updateCard,
		updateCardFromCallback,
		sendEphemeralCard,
		deleteEphemeralCard,
	],
};
