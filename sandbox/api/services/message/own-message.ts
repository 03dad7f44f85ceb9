import { LarkError } from '../../../contract/lark-error';
import type { Chat, Message, Urgent, User } from '../../../world/types';
import type { World } from '../../../world/world';
import { isCaller, isMember } from '../../caller';
import { assertMember, assertNotDissolved, invalidParameter, messageOf } from '../../checks';
import { handler, type Call, type Handler, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_UNREAD_URGENTS = 200;
const FOLLOW_UP_MS = 600 * 1_000;

/** im-v1/message/read_users.md */
const readUsers = handler<{ query: UserIds & PageQuery }>((call, platform) => {
	const { message } = ownMessage(call, platform);
	const { world } = platform;
	if (world.now() - message.createTime > 7 * DAY_MS) throw new LarkError(230033);
	const { user_id_type: type } = call.query;
	const readers = message.reads.flatMap(({ userId, time }) => {
		const user = world.userById(userId);
		return user ? [{ user, time }] : [];
	});
	const page = paginate(call, readers);
	return {
		...page,
		items: page.items.map(({ user, time }) => ({
			user_id_type: type,
			user_id: world.userIdAs(user, call.app.appId, type),
			timestamp: String(time),
			tenant_key: world.tenantKey,
		})),
	};
});

/** im-v1/buzz-messages: people outside the chat are listed in the response; if nobody is in the chat, that is an error. */
function urgent(kind: Urgent['kind']): Handler {
	return handler<{ query: UserIds; body: { user_id_list: string[] } }>((call, platform) => {
		const { world } = platform;
		const { message, chat } = ownMessage(call, platform);
		assertNotDissolved(call, chat);
		const { user_id_type: type } = call.query;
		const people = call.body.user_id_list.map((id) => {
			const user = world.findUser(call.app, type, id);
			return { id, user: user && chat.members.includes(user.userId) ? user : undefined };
		});
		const valid = people.flatMap(({ user }) => user ?? []);
		if (valid.length === 0) throw invalidParameter(call.endpoint, 'all user ids are invalid');
		for (const user of valid) assertUnreadUrgents(world, user);
		message.urgents.push(...valid.map(({ userId }) => ({ userId, kind })));
		world.emit({ type: 'message.changed', message });
		return { invalid_user_id_list: people.flatMap(({ id, user }) => (user ? [] : [id])) };
	});
}

/** im-v1/message/push_follow_up.md: this API has its own meanings for 230002 to 230008. */
const pushFollowUp = handler<{ body: { follow_ups: Array<{ content: string }> } }>(
	(call, platform) => {
		const { message, chat } = messageOf(call, platform);
		if (chat.mode !== 'p2p') throw new LarkError(230003);
		if (!isMember(call, chat)) throw new LarkError(230004);
		const isLatest = chat.messages.at(-1) === message;
		if (!isLatest || !isCaller(call, message.sender)) throw new LarkError(230006);
		if (platform.world.now() - message.createTime > FOLLOW_UP_MS) throw new LarkError(230002);
		if (message.followUps.length > 0) throw new LarkError(230008);
		message.followUps.push(...call.body.follow_ups.map(({ content }) => content));
		platform.world.emit({ type: 'message.changed', message });
		return {};
	},
);

/** What only the sender of a message may do. */
export const ownMessageHandlers: HandlerTable = {
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
	if (!isCaller(call, message.sender)) throw new LarkError(230012);
	return { message, chat };
}

function assertUnreadUrgents({ chats }: World, { userId }: User): void {
	const unread = chats
		.flatMap(({ messages }) => messages)
		.filter(({ reads }) => !reads.some((read) => read.userId === userId))
		.flatMap(({ urgents }) => urgents.filter((buzz) => buzz.userId === userId));
	if (unread.length >= MAX_UNREAD_URGENTS) throw new LarkError(230023);
}
