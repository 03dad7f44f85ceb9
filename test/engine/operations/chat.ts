import { byId } from '../lark-node';
import type { Scenarios } from './stage';

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
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: () => ({ parameters: { chatId: byId('oc_0') } }),
		code: 232006,
	},
	getAll: {
		works: [() => ({ parameters: {} })],
		refused: (stage) => {
			stage.withoutScopes();
			return { parameters: {} };
		},
		code: 99991672,
	},
	search: {
		works: [() => ({ parameters: { query: 'Team' } })],
		refused: (stage) => {
			stage.withoutScopes();
			return { parameters: { query: 'Team' } };
		},
		code: 99991672,
	},
	update: {
		works: [
			(stage) => ({ parameters: { ...stage.chat(stage.own()), updateFields: { name: 'New' } } }),
		],
		refused: (stage) => ({
			parameters: { ...stage.chat(), updateFields: { urgent_setting: 'only_owner' } },
		}),
		code: 232016,
	},
	delete: {
		works: [(stage) => ({ parameters: stage.chat(stage.own()) })],
		refused: (stage) => {
			stage.own().status = 'dissolved';
			return { parameters: stage.chat() };
		},
		code: 232009,
	},
	getShareLink: {
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: (stage) => {
			stage.group.settings.share_card_permission = 'not_allowed';
			return { parameters: stage.chat() };
		},
		code: 232064,
	},
	getAnnouncement: {
		works: [
			(stage) => ({ parameters: stage.chat() }),
			(stage) => {
				stage.group.announcement.kind = 'docx';
				return { parameters: stage.chat() };
			},
		],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 232011,
	},
	updateAnnouncement: {
		works: [(stage) => ({ parameters: { ...stage.chat(), text: 'Welcome' } })],
		refused: (stage) => {
			stage.group.announcement.kind = 'docx';
			return { parameters: { ...stage.chat(), text: 'Welcome' } };
		},
		code: 232097,
	},
	setTopNotice: {
		works: [(stage) => ({ parameters: { ...stage.chat(), messageId: stage.said().messageId } })],
		refused: (stage) => ({ parameters: { ...stage.chat(), messageId: 'om_0' } }),
		code: 232001,
	},
	clearTopNotice: {
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 232011,
	},
	getSpeakingPermissions: {
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 232011,
	},
	updateSpeakingPermissions: {
		works: [
			(stage) => ({
				parameters: { ...stage.chat(stage.own()), moderation_setting: 'only_owner' },
			}),
		],
		refused: (stage) => ({
			parameters: { ...stage.chat(), moderation_setting: 'only_owner' },
		}),
		code: 232017,
	},
};
