import type { Scenarios, Stage } from './stage';

const urgent = (urgentType: string) => async (stage: Stage) => ({
	parameters: {
		messageId: (await stage.sent()).messageId,
		users: stage.alice.userId,
		urgentType,
	},
});

/** What can be done with a message of the bot. */
export const ownMessageScenarios: Scenarios = {
	edit: {
		works: [
			async (stage) => ({
				parameters: { messageId: (await stage.sent()).messageId, text: 'Bye' },
			}),
		],
		refused: (stage) => ({ parameters: { messageId: stage.said().messageId, text: 'Bye' } }),
		code: 230071,
	},
	getReadUsers: {
		works: [
			async (stage) => {
				const { messageId } = await stage.sent();
				stage.said();
				return { parameters: { messageId } };
			},
		],
		refused: (stage) => ({ parameters: { messageId: stage.said().messageId } }),
		code: 230012,
	},
	sendUrgent: {
		works: [urgent('app'), urgent('sms'), urgent('phone')],
		refused: (stage) => ({
			parameters: {
				messageId: stage.said().messageId,
				users: stage.alice.userId,
				urgentType: 'app',
			},
		}),
		code: 230012,
	},
	sendFollowUpBubbles: {
		works: [
			async (stage) => {
				const { messageId } = await stage.sent(undefined, stage.alice.userId);
				return { parameters: { messageId, bubbles: ['Yes', 'No'] } };
			},
		],
		refused: async (stage) => ({
			parameters: { messageId: (await stage.sent()).messageId, bubbles: ['Yes'] },
		}),
		code: 230003,
	},
	updateCard: {
		works: [
			async (stage) => ({
				parameters: { messageId: (await stage.card()).messageId, cardTitle: 'Approved' },
			}),
		],
		refused: async (stage) => {
			const card = await stage.card();
			card.createTime -= 15 * 24 * 60 * 60 * 1_000;
			return { parameters: { messageId: card.messageId, cardTitle: 'Approved' } };
		},
		code: 230031,
	},
	updateCardFromCallback: {
		works: [
			async (stage) => {
				const { token } = stage.world.cards.press(await stage.card(), stage.alice.userId);
				return { parameters: { cardToken: token, cardTitle: 'Approved' } };
			},
		],
		refused: async (stage) => {
			const press = stage.world.cards.press(await stage.card(), stage.alice.userId);
			press.createTime -= 31 * 60 * 1_000;
			return { parameters: { cardToken: press.token, cardTitle: 'Approved' } };
		},
		code: 300030,
	},
	sendEphemeralCard: {
		works: [
			(stage) => ({
				parameters: { ...stage.chat(), viewer: stage.alice.userId, cardTitle: 'For you' },
			}),
			(stage) => ({
				parameters: { ...stage.chat(), viewer: stage.alice.mobile, cardTitle: 'For you' },
			}),
		],
		refused: (stage) => ({
			parameters: {
				...stage.chat(stage.foreign),
				viewer: stage.alice.userId,
				cardTitle: 'For you',
			},
		}),
		code: 10003,
	},
	deleteEphemeralCard: {
		works: [
			async (stage) => {
				const viewer = stage.alice.userId;
				const card = { ...stage.chat(), viewer, cardTitle: 'For you' };
				const messageId = await stage.done('message', 'sendEphemeralCard', card);
				return { parameters: { messageId } };
			},
		],
		refused: () => ({ parameters: { messageId: 'om_0' } }),
		code: 99992354,
	},
};
