import type { Chat, ChatSettings } from './types';

/** The settings of a new group (group/chat/create.md, the defaults). */
const DEFAULT_SETTINGS: ChatSettings = {
	add_member_permission: 'all_members',
	share_card_permission: 'allowed',
	at_all_permission: 'all_members',
	edit_permission: 'all_members',
	group_message_type: 'chat',
	chat_type: 'private',
	join_message_visibility: 'all_members',
	leave_message_visibility: 'all_members',
	membership_approval: 'no_approval_required',
	moderation_permission: 'all_members',
	urgent_setting: 'all_members',
	video_conference_setting: 'all_members',
	hide_member_count_setting: 'all_members',
};

/** What a new group has besides its name and people. */
export function newGroupState(
	now: number,
	ownerId: string,
): Pick<Chat, 'creatorId' | 'managers' | 'settings' | 'moderators' | 'announcement'> {
	return {
		creatorId: '',
		managers: [],
		settings: { ...DEFAULT_SETTINGS },
		moderators: [],
		announcement: { kind: 'doc', revision: 1, blocks: [], updateTime: now, modifierId: ownerId },
	};
}
