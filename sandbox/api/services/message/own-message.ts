import type { Chat, Message, Urgent, User } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import {
	assertMember,
	assertNotDissolved,
	invalidParameter,
	isMember,
	messageOf,
} from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import { paginate } from '../../paging';
import type { Call, Handler, Platform } from '../../platform';
import { isSame, senderOf } from './message';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_UNREAD_URGENTS = 200;
const FOLLOW_UP_MS = 600 * 1_000;

/** im-v1/message/read_users.md */
const readUsers: Handler = (call, platform) => {
	const { message } = ownMessage(call, platform);
	const { world } = platform;
	if (world.now() - message.createTime > 7 * DAY_MS) throw new LarkError(230033);
	const type = call.query.user_id_type as UserIdType;
	const readers = message.reads.flatMap(({ userId, time }) => {
		const user = world.userById(userId);
		return user ? [{ user, time }] : [];
	});
	const page = paginate({ ...call, query: { page_size: 20, ...call.query } }, readers);
	return {
		...page,
		items: page.items.map(({ user, time }) => ({
			user_id_type: type,
			user_id: world.userIdAs(user, call.app.appId, type),
			timestamp: String(time),
			tenant_key: world.tenantKey,
		})),
	};
};

/** im-v1/buzz-messages: people outside the chat come back in a list; nobody inside is an error. */
function urgent(kind: Urgent['kind']): Handler {
	return (call, platform) => {
		const { world } = platform;
		const { message, chat } = ownMessage(call, platform);
		assertNotDissolved(call, chat);
		const type = call.query.user_id_type as UserIdType;
		const people = (call.body.user_id_list as string[]).map((id) => {
			const user = world.findUser(call.app, type, id);
			return { id, user: user && chat.members.includes(user.userId) ? user : undefined };
		});
		const valid = people.flatMap(({ user }) => user ?? []);
		if (valid.length === 0) throw invalidParameter(call.endpoint, 'all user ids are invalid');
		for (const user of valid) assertUrgentsLeft(world, user);
		message.urgents.push(...valid.map(({ userId }) => ({ userId, kind })));
		return { invalid_user_id_list: people.flatMap(({ id, user }) => (user ? [] : [id])) };
	};
}

/** im-v1/message/push_follow_up.md: this API has its own meanings for 230002 to 230008. */
const pushFollowUp: Handler = (call, platform) => {
	const { message, chat } = messageOf(call, platform);
	if (chat.mode !== 'p2p') throw new LarkError(230003);
	if (!isMember(call, chat)) throw new LarkError(230004);
	const isLatest = chat.messages.at(-1) === message;
	if (!isLatest || !isSame(message.sender, senderOf(call))) throw new LarkError(230006);
	if (platform.world.now() - message.createTime > FOLLOW_UP_MS) throw new LarkError(230002);
	if (message.followUps.length > 0) throw new LarkError(230008);
	const followUps = call.body.follow_ups as Array<{ content: string }>;
	message.followUps.push(...followUps.map(({ content }) => content));
	return {};
};

/** What only the sender of a message may do. */
export const ownMessageHandlers: Record<string, Handler> = {
	'im.v1.message.read_users': readUsers,
	'im.v1.message.urgent_app': urgent('app'),
	'im.v1.message.urgent_sms': urgent('sms'),
	'im.v1.message.urgent_phone': urgent('phone'),
	'im.v1.message.push_follow_up': pushFollowUp,
};

function ownMessage(call: Call, platform: Platform): { message: Message; chat: Chat } {
	const { message, chat } = messageOf(call, platform);
	assertMember(call, chat);
	if (message.deleted) throw new LarkError(230110);
	if (!isSame(message.sender, senderOf(call))) throw new LarkError(230012);
	return { message, chat };
}

function assertUrgentsLeft({ chats }: World, { userId }: User): void {
	const unread = chats
		.flatMap(({ messages }) => messages)
		.filter(({ reads }) => !reads.some((read) => read.userId === userId))
		.flatMap(({ urgents }) => urgents.filter((buzz) => buzz.userId === userId));
	if (unread.length >= MAX_UNREAD_URGENTS) throw new LarkError(230023);
}
