import { itemWithFile } from '../harness';
import { byAddress } from '../lark-node';
import { mp4Bytes, PNG_BYTES } from '../../support/media';
import type { Run, Scenarios, Preparation } from './preparation';

const given = async (bytes: Buffer, fileName: string) => [
	await itemWithFile(bytes, { fileName, mimeType: 'application/octet-stream' }),
];

const image = async (parameters: object): Promise<Run> => ({
	parameters: { ...parameters, msgType: 'image' },
	items: await given(PNG_BYTES, 'a.png'),
});

const video = async (parameters: object): Promise<Run> => ({
	parameters: { ...parameters, msgType: 'media' },
	items: await given(mp4Bytes(1000), 'a.mp4'),
});

const cardById = async (prepared: Preparation) => ({
	msgType: 'interactive',
	cardSource: 'entity',
	cardId: await prepared.cardEntity(),
});

const toAlice = (prepared: Preparation) => prepared.to(prepared.alice.mobile);

/** RequestSettings, answering and handing on. */
export const messageScenarios: Scenarios = {
	send: {
		works: [
			(prepared) => ({ parameters: { ...prepared.to(), text: 'Hi' } }),
			(prepared) => ({ parameters: { ...prepared.to(), text: 'Hi', ...prepared.mentions() } }),
			(prepared) => ({ parameters: { ...toAlice(prepared), text: 'Hi' } }),
			async (prepared) => ({
				parameters: { ...prepared.to(), ...(await cardById(prepared)) },
			}),
			async (prepared) => await image(prepared.to()),
			async (prepared) => await video(prepared.to()),
			(prepared) => ({ parameters: { ...prepared.asGroupBot(), text: 'Hi' } }),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.to(prepared.foreign.chatId), text: 'Hi' },
		}),
		code: 230002,
	},
	sendFromItem: {
		works: [
			({ group }) => ({
				parameters: { messages: { receiveId: group.chatId, content: 'Hi' } },
			}),
			({ alice }) => ({
				parameters: { messages: { receiveId: alice.mobile, content: 'Hi' } },
			}),
		],
		refused: ({ foreign }) => ({
			parameters: { messages: { receiveId: foreign.chatId, content: 'Hi' } },
		}),
		code: 230002,
	},
	sendAndWait: {
		works: [
			(prepared) => ({ parameters: { ...prepared.to(), message: 'Deploy?' } }),
			(prepared) => ({ parameters: { ...toAlice(prepared), message: 'Deploy?' } }),
			(prepared) => ({
				parameters: {
					sendMessageAs: 'reply',
					messageId: prepared.said().messageId,
					message: 'Deploy?',
					whoMayAnswer: 'people',
					approvers: { approver: [{ person: byAddress(prepared.alice.userId) }] },
				},
			}),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.to(prepared.foreign.chatId), message: 'Deploy?' },
		}),
		code: 230002,
	},
	getReadStatus: {
		works: [(prepared) => ({ parameters: { messageIds: `${prepared.said().messageId}, om_0` } })],
		refused: (prepared) => {
			const { messageId } = prepared.said();
			prepared.lark.sandbox.app.disabled = true;
			return { parameters: { messageIds: messageId } };
		},
		code: 99991662,
	},
	search: {
		works: [
			(prepared) => {
				prepared.said();
				return { parameters: { options: { chat_type: 'group' } } };
			},
		],
		refused: ({ lark }) => {
			lark.sandbox.app.disabled = true;
			return { parameters: { query: 'Hi' } };
		},
		code: 99991662,
	},
	reply: {
		works: [
			(prepared) => ({ parameters: { messageId: prepared.said().messageId, text: 'Yes' } }),
			(prepared) => ({
				parameters: {
					messageId: prepared.said().messageId,
					text: 'Yes',
					...prepared.mentions(),
				},
			}),
			(prepared) => ({
				parameters: {
					messageId: prepared.said().messageId,
					msgType: 'share_user',
					sharedUserId: prepared.alice.email,
				},
			}),
			async (prepared) => ({
				parameters: { messageId: prepared.said().messageId, ...(await cardById(prepared)) },
			}),
			async (prepared) => await image({ messageId: prepared.said().messageId }),
			async (prepared) => await video({ messageId: prepared.said().messageId }),
		],
		refused: (prepared) => ({
			parameters: { messageId: prepared.recalled().messageId, text: 'Yes' },
		}),
		code: 230011,
	},
	forward: {
		works: [
			(prepared) => ({ parameters: { messageId: prepared.said().messageId, ...prepared.to() } }),
			(prepared) => ({
				parameters: { messageId: prepared.said().messageId, ...toAlice(prepared) },
			}),
		],
		refused: (prepared) => ({
			parameters: { messageId: prepared.recalled().messageId, ...prepared.to() },
		}),
		code: 230065,
	},
	mergeForward: {
		works: [
			(prepared) => ({ parameters: { messageIds: prepared.said().messageId, ...prepared.to() } }),
			(prepared) => ({
				parameters: { messageIds: prepared.said().messageId, ...toAlice(prepared) },
			}),
		],
		refused: (prepared) => {
			const ids = [prepared.group, prepared.world.chats[1]].map(
				(chat) => prepared.said(chat).messageId,
			);
			return { parameters: { messageIds: ids.join(), ...prepared.to() } };
		},
		code: 230069,
	},
	forwardThread: {
		works: [
			async (prepared) => ({
				parameters: { threadId: (await prepared.thread()).threadId, ...prepared.to() },
			}),
			async (prepared) => ({
				parameters: { threadId: (await prepared.thread()).threadId, ...toAlice(prepared) },
			}),
		],
		refused: (prepared) => ({ parameters: { threadId: 'omt_0', ...prepared.to() } }),
		code: 230019,
	},
	get: {
		works: [(prepared) => ({ parameters: { messageId: prepared.said().messageId } })],
		refused: () => ({ parameters: { messageId: 'om_0' } }),
		code: 99992354,
	},
	getAll: {
		works: [
			(prepared) => {
				prepared.said();
				return { parameters: { container: 'chat', ...prepared.chat() } };
			},
		],
		refused: (prepared) => ({
			parameters: { container: 'chat', ...prepared.chat(prepared.foreign) },
		}),
		code: 230002,
	},
	delete: {
		works: [async (prepared) => ({ parameters: { messageId: (await prepared.sent()).messageId } })],
		refused: (prepared) => ({ parameters: { messageId: prepared.said().messageId } }),
		code: 230026,
	},
};
