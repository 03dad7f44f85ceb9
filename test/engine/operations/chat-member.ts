import { byId } from '../lark-node';
import type { Scenarios } from './stage';

export const chatMemberScenarios: Scenarios = {
	add: {
		works: [
			(stage) => ({
				parameters: { ...stage.chat(), members: stage.world.addUser({ name: 'New' }).userId },
			}),
		],
		refused: (stage) => ({
			parameters: { ...stage.chat(stage.foreign), members: stage.alice.userId },
		}),
		code: 232011,
	},
	remove: {
		works: [
			(stage) => ({
				parameters: { ...stage.chat(stage.own()), members: stage.alice.userId },
			}),
		],
		refused: (stage) => ({
			parameters: { ...stage.chat(stage.foreign), members: stage.alice.userId },
		}),
		code: 232011,
	},
	getAll: {
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 232011,
	},
	checkMembership: {
		works: [(stage) => ({ parameters: stage.chat() })],
		refused: () => ({ parameters: { chatId: byId('oc_0') } }),
		code: 232006,
	},
	join: {
		works: [
			(stage) => {
				stage.foreign.settings.chat_type = 'public';
				return { parameters: stage.chat(stage.foreign) };
			},
		],
		refused: (stage) => ({ parameters: stage.chat(stage.foreign) }),
		code: 232008,
	},
	addManagers: {
		works: [
			(stage) => ({
				parameters: { ...stage.chat(stage.own()), members: stage.alice.userId },
			}),
		],
		refused: (stage) => ({ parameters: { ...stage.chat(), members: stage.alice.userId } }),
		code: 232038,
	},
	removeManagers: {
		works: [
			(stage) => {
				stage.own().managers = [stage.alice.userId];
				return { parameters: { ...stage.chat(), members: stage.alice.userId } };
			},
		],
		refused: (stage) => ({ parameters: { ...stage.chat(), members: stage.alice.userId } }),
		code: 232038,
	},
};
