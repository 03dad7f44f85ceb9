import type { Scenarios, Preparation } from './preparation';

const urgent = (urgentType: string) => async (prepared: Preparation) => ({
	parameters: {
		messageId: (await prepared.sent()).messageId,
		users: prepared.alice.userId,
		urgentType,
	},
});

/** What can be done with a message of the bot. */
export const ownMessageScenarios: Scenarios = {
	answerCard: {
		works: [
			async (prepared) => {
				const { token } = prepared.world.cards.press(await prepared.card(), prepared.alice.userId);
				const answer_by = new Date(Date.now() - 1_000).toISOString();
				return {
					parameters: { toastText: 'Approved', cardTitle: 'Approved' },
					items: [{ json: { token, answer_by } }],
				};
			},
		],
		reports: true,
	},
	edit: {
		works: [
			async (prepared) => ({
				parameters: { messageId: (await prepared.sent()).messageId, text: 'Bye' },
			}),
			async (prepared) => ({
				parameters: {
					messageId: (await prepared.sent()).messageId,
					text: 'Bye',
					...prepared.mentions(),
				},
			}),
		],
		refused: (prepared) => ({ parameters: { messageId: prepared.said().messageId, text: 'Bye' } }),
		code: 230071,
	},
	getReadUsers: {
		works: [
			async (prepared) => {
				const { messageId } = await prepared.sent();
				prepared.said();
				return { parameters: { messageId } };
			},
		],
		refused: (prepared) => ({ parameters: { messageId: prepared.said().messageId } }),
		code: 230012,
	},
	sendUrgent: {
		works: [urgent('app'), urgent('sms'), urgent('phone')],
		refused: (prepared) => ({
			parameters: {
				messageId: prepared.said().messageId,
				users: prepared.alice.userId,
				urgentType: 'app',
			},
		}),
		code: 230012,
	},
	sendFollowUpBubbles: {
		works: [
			async (prepared) => {
				const { messageId } = await prepared.sent(undefined, prepared.alice.userId);
				return { parameters: { messageId, bubbles: ['Yes', 'No'] } };
			},
		],
		refused: async (prepared) => ({
			parameters: { messageId: (await prepared.sent()).messageId, bubbles: ['Yes'] },
		}),
		code: 230003,
	},
	updateCard: {
		works: [
			async (prepared) => ({
				parameters: { messageId: (await prepared.card()).messageId, cardTitle: 'Approved' },
			}),
		],
		refused: async (prepared) => {
			const card = await prepared.card();
			card.createTime -= 15 * 24 * 60 * 60 * 1_000;
			return { parameters: { messageId: card.messageId, cardTitle: 'Approved' } };
		},
		code: 230031,
	},
	updateCardFromCallback: {
		works: [
			async (prepared) => {
				const { token } = prepared.world.cards.press(await prepared.card(), prepared.alice.userId);
				return { parameters: { cardToken: token, cardTitle: 'Approved' } };
			},
		],
		refused: async (prepared) => {
			const press = prepared.world.cards.press(await prepared.card(), prepared.alice.userId);
			press.createTime -= 31 * 60 * 1_000;
			return { parameters: { cardToken: press.token, cardTitle: 'Approved' } };
		},
		code: 300030,
	},
	sendEphemeralCard: {
		works: [
			(prepared) => ({
				parameters: { ...prepared.chat(), viewer: prepared.alice.userId, cardTitle: 'For you' },
			}),
			(prepared) => ({
				parameters: { ...prepared.chat(), viewer: prepared.alice.mobile, cardTitle: 'For you' },
			}),
		],
		refused: (prepared) => ({
			parameters: {
				...prepared.chat(prepared.foreign),
				viewer: prepared.alice.userId,
				cardTitle: 'For you',
			},
		}),
		code: 10003,
	},
	deleteEphemeralCard: {
		works: [
			async (prepared) => {
				const viewer = prepared.alice.userId;
				const card = { ...prepared.chat(), viewer, cardTitle: 'For you' };
				const messageId = await prepared.done('message', 'sendEphemeralCard', card);
				return { parameters: { messageId } };
			},
		],
		refused: () => ({ parameters: { messageId: 'om_0' } }),
		code: 99992354,
	},
};
