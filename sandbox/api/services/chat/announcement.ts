import { LarkError } from '../../../contract/lark-error';
import type { Announcement, Chat } from '../../../world/types';
import type { World } from '../../../world/world';
import { callerId } from '../../caller';
import { invalidParameter, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { manages } from './rights';
import { viewOptions } from './view';

/** How far the revision of a change may lie behind. */
const MAX_LAG = 100;

/** group/chat-announcement/get.md: for announcements of the old kind. */
const get = handler<{ query: UserIds }>((call, platform) => {
	const { announcement, chat } = announcementOf(call, platform);
	if (announcement.kind === 'docx') throw new LarkError(232097);
	const { revision, blocks } = announcement;
	const { create_time_v2, update_time_v2, ...people } = history(call, platform.world, chat);
	return {
		content: JSON.stringify({ title: {}, body: { blocks } }),
		revision: String(revision),
		create_time: create_time_v2,
		update_time: update_time_v2,
		...people,
	};
});

/** group/upgraded-group-announcement/chat-announcement/get.md: for those of the new kind. */
const getDocx = handler<{ query: UserIds }>((call, platform) => {
	const { announcement, chat } = announcementOf(call, platform);
	if (announcement.kind === 'doc') throw new LarkError(1772006);
	const times = history(call, platform.world, chat);
	return {
		revision_id: announcement.revision,
		create_time: Number(times.create_time_v2),
		update_time: Number(times.update_time_v2),
		announcement_type: announcement.kind,
		...times,
	};
});

/** group/chat-announcement/patch.md: of all kinds of change, only inserted blocks are supported. */
const patch = handler<{ body: { revision: string; requests: string[] } }>((call, platform) => {
	const { announcement, chat } = announcementOf(call, platform);
	if (announcement.kind === 'docx') throw new LarkError(232097);
	if (chat.settings.edit_permission === 'only_owner' && !manages(call, chat)) {
		throw new LarkError(232002);
	}
	const { revision, requests } = call.body;
	const lag = announcement.revision - Number(revision);
	if (!(lag >= 0 && lag <= MAX_LAG)) throw invalidParameter(call.endpoint, 'invalid revision');
	const inserted = requests.flatMap(insertedBlocks);
	announcement.blocks.push(...inserted);
	announcement.revision += 1;
	announcement.updateTime = platform.world.now();
	announcement.modifierId = callerId(call);
	platform.world.emit({ type: 'state' });
	return {};
});

export const announcementHandlers: HandlerTable = {
	'im.v1.chat_announcement.get': get,
	'im.v1.chat_announcement.patch': patch,
	'docx.v1.chat_announcement.get': getDocx,
};

function announcementOf(
	call: Call,
	platform: Platform,
): { chat: Chat; announcement: Announcement } {
	const chat = openChatOf(call, platform);
	if (chat.mode === 'p2p') throw invalidParameter(call.endpoint, 'p2p chat');
	return { chat, announcement: chat.announcement };
}

function history(
	call: Call<{ query: UserIds }>,
	world: World,
	{ announcement, createTime, ownerId }: Chat,
) {
	const owner = person(call, world, ownerId);
	const modifier = person(call, world, announcement.modifierId);
	return {
		create_time_v2: seconds(createTime),
		update_time_v2: seconds(announcement.updateTime),
		owner_id: owner.id,
		owner_id_type: owner.type,
		modifier_id: modifier.id,
		modifier_id_type: modifier.type,
	};
}

function person(
	call: Call<{ query: UserIds }>,
	world: World,
	id: string,
): { id: string; type: string } {
	const user = world.userById(id);
	if (!user) return { id, type: 'app_id' };
	const { appId, userIdType: type = 'open_id' } = viewOptions(call);
	return { id: world.userIdAs(user, appId, type), type };
}

function seconds(ms: number): string {
	return String(Math.floor(ms / 1_000));
}

function insertedBlocks(request: string): unknown[] {
	try {
		const { requestType, insertBlocksRequest } = JSON.parse(request) as {
			requestType: string;
			insertBlocksRequest: { payload: string; location: { zoneId: string } };
		};
		const { blocks } = JSON.parse(insertBlocksRequest.payload) as { blocks: unknown };
		const isInsert = requestType === 'InsertBlocksRequestType' && insertBlocksRequest.location;
		if (isInsert && Array.isArray(blocks)) return blocks;
	} catch {
		// No JSON, or not of this form: refused below.
	}
	throw new LarkError(232018);
}
