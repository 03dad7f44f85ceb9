import { LarkError } from '../../../contract/lark-error';
import { addPin, removePin } from '../../../world/pins';
import type { Chat, Pin } from '../../../world/types';
import { idOf } from '../../../world/views';
import { senderOf } from '../../caller';
import { assertMember, assertNotDissolved, invalidParameter, messageOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { Platform } from '../../platform';

interface PinQuery extends PageQuery {
	chat_id: string;
	start_time?: string;
	end_time?: string;
}

/** im-v1/pin/create.md: the response for a message that is pinned already has its pin. */
const create = handler<{ body: { message_id: string } }>((call, platform) => {
	const { message_id: messageId } = call.body;
	const { message, chat } = messageOf({ ...call, params: { message_id: messageId } }, platform);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	if (message.deleted) throw new LarkError(230011);
	if (message.msgType === 'system') throw new LarkError(230054);
	const pin = addPin(platform.world, chat, message, senderOf(call));
	return { pin: view(call, platform, chat, pin) };
});

/** im-v1/pin/delete.md: succeeds too when the message is not pinned. */
const remove = handler((call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	removePin(platform.world, chat, message);
	return {};
});

/** im-v1/pin/list.md: the newest first; times are in milliseconds. */
const list = handler<{ query: PinQuery }>((call, platform) => {
	const chat = platform.world.chat(call.query.chat_id);
	if (!chat) throw invalidParameter(call.endpoint, 'invalid chat_id');
	assertMember(call, chat);
	const from = milliseconds(call, 'start_time') ?? 0;
	const to = milliseconds(call, 'end_time') ?? Infinity;
	if (from >= to) throw invalidParameter(call.endpoint, 'start_time is not before end_time');
	const pins = chat.pins.filter(({ time }) => time >= from && time <= to).reverse();
	const page = paginate(call, pins);
	return { ...page, items: page.items.map((pin) => view(call, platform, chat, pin)) };
});

export const pinHandlers: HandlerTable = {
	'im.v1.pin.create': create,
	'im.v1.pin.delete': remove,
	'im.v1.pin.list': list,
};

function milliseconds(
	call: Call<{ query: PinQuery }>,
	name: 'start_time' | 'end_time',
): number | undefined {
	const value = call.query[name];
	if (value === undefined) return undefined;
	if (!/^\d{13}$/.test(value)) throw invalidParameter(call.endpoint, `invalid ${name}`);
	return Number(value);
}

function view({ app }: Call, { world }: Platform, { chatId }: Chat, pin: Pin) {
	const { id, id_type } = idOf(pin.operator, world, { appId: app.appId });
	return {
		message_id: pin.messageId,
		chat_id: chatId,
		operator_id: id,
		operator_id_type: id_type,
		create_time: String(pin.time),
	};
}
