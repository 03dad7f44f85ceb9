import {
	NodeConnectionTypes,
	NodeOperationError,
	type INodeType,
	type INodeTypeDescription,
	type ISupplyDataFunctions,
	type SupplyData,
} from 'n8n-workflow';

import { InputError } from '../shared/inputError';
import { watchModel } from '../shared/stream/modelHandler';
import { answeredMessage } from './answeredMessage';
import { answerTo } from './answers';
import { liveAnswerProperties, MODEL } from './properties';

export class LarkLiveAnswer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lark Live Answer',
		name: 'larkLiveAnswer',
		icon: { light: 'file:../../icons/lark.svg', dark: 'file:../../icons/lark.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: 'Answers in Lark',
		description: 'Shows the answer of a chat model in Lark or Feishu while it is being written',
		defaults: { name: 'Lark Live Answer' },
		inputs: [
			{
				displayName: 'Model',
				type: NodeConnectionTypes.AiLanguageModel,
				maxConnections: 1,
				required: true,
			},
		],
		outputs: [NodeConnectionTypes.AiLanguageModel],
		outputNames: ['Model'],
		credentials: [{ name: 'larkApi', required: true }],
		properties: liveAnswerProperties,
	};

	async supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
		const model = await this.getInputConnectionData(MODEL, itemIndex);
		try {
			const answer = await answerTo(this, answeredMessage(this, itemIndex), itemIndex);
			return {
				response: watchModel(model as object, answer),
				closeFunction: async () => await answer.finishIfAnswered(),
			};
		} catch (error) {
			throw new NodeOperationError(this.getNode(), error as Error, {
				description: error instanceof InputError ? error.fix : undefined,
				itemIndex,
			});
		}
	}
}
