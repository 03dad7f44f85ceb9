import { newConsole } from './app-console';
import { hex, ids } from './ids';
import type { App, Brand, Chat, ChatSettings, Message, User } from './types';

export type NewMessage = Pick<
	Message,
	'chatId' | 'msgType' | 'content' | 'sentContent' | 'sender'
> &
	Partial<Pick<Message, 'mentions' | 'rootId' | 'parentId' | 'threadId' | 'forwarded' | 'cardId'>>;

/** The settings of a new group (defaults of group/chat/create.md). */
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

/** @returns an app that is enabled, with a bot and all scopes, but for what is given */
export function newApp(brand: Brand, given: Partial<App>): App {
	const appId = given.appId ?? ids.app();
	return {
		appId,
		appSecret: hex(32),
		name: 'Another app',
		brand,
		verificationToken: hex(32),
		encryptKey: '',
		requestUrl: '',
		longConnection: false,
		botOpenId: ids.open(appId, 'bot'),
		botUnionId: ids.union(appId),
		botEnabled: true,
		activateStatus: 2,
		disabled: false,
		scopes: 'all',
		events: 'all',
		redirectUrls: [],
		refreshesUserTokens: true,
		availability: 'all',
		console: newConsole(),
		slashCommands: [],
		...given,
	};
}

/** @param count how many users there are: makes the phone number unique */
export function newUser(count: number, given: Pick<User, 'name' | 'userId'> & Partial<User>): User {
	return {
		unionId: ids.union(given.userId),
		email: `${given.name.toLowerCase().replaceAll(' ', '.')}@example.com`,
		mobile: `+1555${String(count).padStart(7, '0')}`,
		language: 'en_us',
		timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		departmentIds: ['0'],
		resigned: false,
		leaderId: '',
		dottedLeaderIds: [],
		...given,
		profile: { ...newProfile(count, given.name), ...given.profile },
	};
}

/** What Contacts has of a person (contact-v3/user/get.md), but names, addresses and IDs. */
function newProfile(count: number, name: string) {
	const [nickname] = name.split(' ');
	return {
		nickname,
		gender: 0,
		city: 'Singapore',
		country: 'SG',
		work_station: `F1-${count + 1}`,
		join_time: 1_700_000_000,
		is_tenant_manager: count === 0,
		employee_no: String(count + 1),
		employee_type: 1,
		custom_attrs: [{ type: 'TEXT', id: 'C-1', value: { text: 'Early shift' } }],
		enterprise_email: `${nickname.toLowerCase()}@mail.example.com`,
		job_title: 'Engineer',
		geo: 'sg',
		job_level_id: 'level-1',
		job_family_id: 'family-1',
		assign_info: [
			{
				subscription_id: '7079609167680782300',
				license_plan_key: 'suite_enterprise_e5',
				product_name: 'Enterprise',
				i18n_name: { zh_cn: 'Enterprise', ja_jp: 'Enterprise', en_us: 'Enterprise' },
				start_time: '1674981000',
				end_time: '1990341000',
			},
		],
	};
}

/** @param now the time in milliseconds */
export function newChat(
	now: number,
	given: Pick<Chat, 'name' | 'mode' | 'chatId'> & Partial<Chat>,
): Chat {
	const firstMember = given.members?.[0] ?? '';
	const modifierId = given.ownerId ?? firstMember;
	return {
		description: '',
		creatorId: '',
		managers: [],
		settings: { ...DEFAULT_SETTINGS },
		moderators: [],
		announcement: { kind: 'doc', revision: 1, blocks: [], updateTime: now, modifierId },
		members: [],
		bots: [],
		createTime: now,
		activeTime: now,
		status: 'normal',
		messages: [],
		pins: [],
		tabs: [{ tab_id: ids.part(), tab_type: 'message' }],
		menus: [],
		feedButtons: {},
		...given,
		ownerId: given.mode === 'p2p' ? '' : (given.ownerId ?? firstMember),
	};
}

/** @param now the time in milliseconds */
export function newMessage(now: number, given: NewMessage): Message {
	return {
		messageId: ids.message(),
		rootId: '',
		parentId: '',
		threadId: '',
		mentions: [],
		forwarded: [],
		reads: [],
		urgents: [],
		followUps: [],
		reactions: [],
		createTime: now,
		updateTime: now,
		deleted: false,
		updated: false,
		edits: 0,
		...given,
	};
}
