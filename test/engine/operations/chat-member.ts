import { byId } from '../lark-node';
import type { Scenarios } from './preparation';

export const chatMemberScenarios: Scenarios = {
	add: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(), members: prepared.world.addUser({ name: 'New' }).userId },
			}),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.chat(prepared.foreign), members: prepared.alice.userId },
		}),
		code: 232011,
	},
	remove: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(prepared.own()), members: prepared.alice.userId },
			}),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.chat(prepared.foreign), members: prepared.alice.userId },
		}),
		code: 232011,
	},
	getAll: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	checkMembership: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: () => ({ parameters: { chatId: byId('oc_0') } }),
		code: 232006,
	},
	join: {
		works: [
			(prepared) => {
				prepared.foreign.settings.chat_type = 'public';
				return { parameters: prepared.chat(prepared.foreign) };
			},
		],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232008,
	},
	addManagers: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(prepared.own()), members: prepared.alice.userId },
			}),
		],
		refused: (prepared) => ({ parameters: { ...prepared.chat(), members: prepared.alice.userId } }),
		code: 232038,
	},
	removeManagers: {
		works: [
			(prepared) => {
				prepared.own().managers = [prepared.alice.userId];
				return { parameters: { ...prepared.chat(), members: prepared.alice.userId } };
			},
		],
		refused: (prepared) => ({ parameters: { ...prepared.chat(), members: prepared.alice.userId } }),
		code: 232038,
	},
};
