import { NodeApiError, type INode } from 'n8n-workflow';

import { changeCard } from '../../../nodes/shared/lark/changeCard';

const [url, token, cardId, name, count] = process.argv.slice(2);

/** Writes into a card as one process among others: the arguments are URL, token, card ID, own name and how often. */
async function main(): Promise<void> {
	for (let change = 0; change < Number(count); change++) {
		await changeCard(cardId, async (sequence) => {
			const response = await fetch(
				`${url}/open-apis/cardkit/v1/cards/${cardId}/elements/body/content`,
				{
					method: 'PUT',
					headers: {
						'Content-Type': 'application/json; charset=utf-8',
						Authorization: `Bearer ${token}`,
					},
					body: JSON.stringify({
						content: `${name} ${change}`,
						sequence,
						uuid: `${name}_${change}`,
					}),
				},
			);
			const answer = (await response.json()) as { code: number; msg: string };
			if (answer.code !== 0) throw new NodeApiError({} as INode, answer);
		});
	}
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
