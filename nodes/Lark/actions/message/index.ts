import type { Resource } from '../operation';
import { messageAnswerCard } from './answerCard.operation';
import { messageDelete } from './delete.operation';
import { messageDeleteEphemeralCard } from './deleteEphemeralCard.operation';
import { messageEdit } from './edit.operation';
import { messageForward } from './forward.operation';
import { messageForwardThread } from './forwardThread.operation';
import { messageGet } from './get.operation';
import { messageGetAll } from './getAll.operation';
import { messageGetReadStatus } from './getReadStatus.operation';
import { messageGetReadUsers } from './getReadUsers.operation';
import { messageMergeForward } from './mergeForward.operation';
import { messageReply } from './reply.operation';
import { messageSearch } from './search.operation';
import { messageSend } from './send.operation';
import { messageSendAndWait } from './sendAndWait/sendAndWait.operation';
import { messageSendEphemeralCard } from './sendEphemeralCard.operation';
import { messageSendFollowUpBubbles } from './sendFollowUpBubbles.operation';
import { messageSendFromItem } from './sendFromItem.operation';
import { messageSendUrgent } from './sendUrgent.operation';
import { messageUpdateCard } from './updateCard.operation';
import { messageUpdateCardFromCallback } from './updateCardFromCallback.operation';

export const messageResource: Resource = {
	name: 'Message',
	value: 'message',
	operations: [
		messageSend,
		messageSendFromItem,
		messageSendAndWait,
		messageReply,
		messageGet,
		messageGetAll,
		messageSearch,
		messageDelete,
		messageEdit,
		messageForward,
		messageForwardThread,
		messageMergeForward,
		messageGetReadStatus,
		messageGetReadUsers,
		messageSendUrgent,
		messageSendFollowUpBubbles,
		messageAnswerCard,
		messageUpdateCard,
		messageUpdateCardFromCallback,
		messageSendEphemeralCard,
		messageDeleteEphemeralCard,
	],
};
