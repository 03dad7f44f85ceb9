import { parseContent } from '../../../content/parse';
import { readBack } from '../../../content/read-back';
import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import type { Batch, User } from '../../../world/types';
import type { World } from '../../../world/world';
import { senderOf } from '../../caller';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';

const ID_LISTS = { open_ids: 'open_id', user_ids: 'user_id', union_ids: 'union_id' } as const;

const LISTS = ['open_ids', 'user_ids', 'union_ids', 'department_ids'] as const;

/** The lists of receivers in the body, by the kind of ID. */
type Receivers = Partial<Record<keyof typeof ID_LISTS | 'department_ids', string[]>>;

interface Draft extends Receivers {
	msg_type: string;
	content?: Record<string, unknown>;
	card?: Record<string, unknown>;
}

/** im-v1/batch_message: unknown receivers come back in lists; the others each get a message in their chat. */
const send = handler<{ body: Draft }>((call, platform) => {
	const { world } = platform;
	const { app } = call;
	if (!app.botEnabled) throw new LarkError(11205);
	const draft = call.body;
	const content = contentOf(draft, platform);
	const found = new Set<User>();
	const invalid: Record<string, string[]> = {};
	for (const list of LISTS) {
		invalid[`invalid_${list}`] = [];
		for (const id of draft[list] ?? []) {
			const people = receivers(call, world, list, id);
			for (const user of people) found.add(user);
			if (people.length === 0) invalid[`invalid_${list}`].push(id);
		}
	}
	if (found.size === 0) throw new LarkError(10003, { ext: 'no valid receiver' });
	const batch: Batch = { batchId: ids.batch(), appId: app.appId, messages: [] };
	for (const { userId } of found) {
		const sender = { type: 'app' as const, appId: app.appId };
		const { chatId } = world.openP2p(userId, sender, sender);
		const text = readBack(draft.msg_type, content, app.appId, world);
		const sentContent = JSON.stringify(content);
		const given = { chatId, msgType: draft.msg_type, sender, sentContent, ...text };
		batch.messages.push(world.addMessage(given));
	}
	world.batches.push(batch);
	return { message_id: batch.batchId, ...invalid };
});

/** im-v1/batch_message/get_progress.md */
const getProgress = handler((call, platform) => {
	const { messages } = ownBatch(call, platform, 230012);
	const recalled = messages.filter(({ deleted }) => deleted).length;
	return {
		batch_message_send_progress: {
			valid_user_ids_count: messages.length,
			success_user_ids_count: messages.length,
			read_user_ids_count: countRead(messages),
		},
		batch_message_recall_progress: { recall: recalled > 0, recall_count: recalled },
	};
});

/** im-v1/batch_message/read_user.md: counts are strings. */
const readUser = handler((call, platform) => {
	const { messages } = ownBatch(call, platform, 230012);
	const counts = [countRead(messages), messages.length].map(String);
	return { read_user: { read_count: counts[0], total_count: counts[1] } };
});

/** im-v1/batch_message/delete.md */
const recall = handler((call, platform) => {
	const by = senderOf(call);
	for (const message of ownBatch(call, platform, 230026).messages)
		platform.world.recall(message, by);
	return {};
});

export const batchMessageHandlers: HandlerTable = {
	'message.v4.batch_send': send,
	'im.v1.batch_message.get_progress': getProgress,
	'im.v1.batch_message.read_user': readUser,
	'im.v1.batch_message.delete': recall,
};

/** Content and card are objects; a post has one more level. */
function contentOf(
	{ msg_type: type, content, card }: Draft,
	platform: Platform,
): Record<string, unknown> {
	const object = type === 'interactive' ? card : type === 'post' ? content?.post : content;
	if (object === undefined) throw new LarkError(10003, { ext: 'no content' });
	try {
		return parseContent(type, JSON.stringify(object), platform);
	} catch (error) {
		throw error instanceof LarkError ? new LarkError(10002, error.detail) : error;
	}
}

function receivers({ app }: Call, world: World, list: keyof Receivers, id: string): User[] {
	const people =
		list !== 'department_ids'
			? [world.findUser(app, ID_LISTS[list], id)]
			: world.users.filter(({ departmentIds }) => id !== '0' && departmentIds.includes(id));
	return people.filter((user): user is User => !!user && world.isAvailable(app, user));
}

/** @throws LarkError 230030 for an unknown batch, the given code for one of another app */
function ownBatch({ app, params }: Call, { world }: Platform, notOwn: number): Batch {
	const batch = world.batches.find(({ batchId }) => batchId === params.batch_message_id);
	if (!batch) throw new LarkError(230030);
	if (batch.appId !== app.appId) throw new LarkError(notOwn);
	return batch;
}

function countRead(messages: Batch['messages']): number {
	return messages.filter(({ reads }) => reads.length > 0).length;
}
