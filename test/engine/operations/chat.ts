import { byId } from '../lark-node';
import type { Scenarios } from './preparation';

/** Chats and what they show. */
export const chatScenarios: Scenarios = {
	create: {
		works: [() => ({ parameters: { name: 'Launch' } })],
		refused: () => ({
			parameters: { name: 'X', additionalFields: { chat_type: 'public' } },
		}),
		code: 232020,
	},
	get: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: () => ({ parameters: { chatId: byId('oc_0') } }),
		code: 232006,
	},
	getAll: {
		works: [() => ({ parameters: {} })],
		refused: (prepared) => {
			prepared.withoutScopes();
			return { parameters: {} };
		},
		code: 99991672,
	},
	search: {
		works: [() => ({ parameters: { query: 'Team' } })],
		refused: (prepared) => {
			prepared.withoutScopes();
			return { parameters: { query: 'Team' } };
		},
		code: 99991672,
	},
	update: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(prepared.own()), updateFields: { name: 'New' } },
			}),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.chat(), updateFields: { urgent_setting: 'only_owner' } },
		}),
		code: 232016,
	},
	delete: {
		works: [(prepared) => ({ parameters: prepared.chat(prepared.own()) })],
		refused: (prepared) => {
			prepared.own().status = 'dissolved';
			return { parameters: prepared.chat() };
		},
		code: 232009,
	},
	getShareLink: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: (prepared) => {
			prepared.group.settings.share_card_permission = 'not_allowed';
			return { parameters: prepared.chat() };
		},
		code: 232064,
	},
	getAnnouncement: {
		works: [
			(prepared) => ({ parameters: prepared.chat() }),
			(prepared) => {
				prepared.group.announcement.kind = 'docx';
				return { parameters: prepared.chat() };
			},
		],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	updateAnnouncement: {
		works: [(prepared) => ({ parameters: { ...prepared.chat(), text: 'Welcome' } })],
		refused: (prepared) => {
			prepared.group.announcement.kind = 'docx';
			return { parameters: { ...prepared.chat(), text: 'Welcome' } };
		},
		code: 232097,
	},
	setTopNotice: {
		works: [
			(prepared) => ({ parameters: { ...prepared.chat(), messageId: prepared.said().messageId } }),
		],
		refused: (prepared) => ({ parameters: { ...prepared.chat(), messageId: 'om_0' } }),
		code: 232001,
	},
	clearTopNotice: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	getSpeakingPermissions: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	updateSpeakingPermissions: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(prepared.own()), moderation_setting: 'only_owner' },
			}),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.chat(), moderation_setting: 'only_owner' },
		}),
		code: 232017,
	},
};
