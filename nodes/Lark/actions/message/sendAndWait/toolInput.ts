import { extentOf } from '../../../../shared/jsonDepth';

/** What n8n makes of the object that a tool is called with, in the middle of a text. */
const UNREADABLE = '[object Object]';

/** More than a card shows. */
const MAX_VALUES = 10_000;

/**
 * Shows what an agent wants to call a tool with: n8n's own default for the message of a review,
 * `{{ $tool.parameters }}`, gives an object in a text.
 *
 * @param input of the tool; undefined where no tool is reviewed
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/tool-generation/hitl-tools.ts `message`
 */
export function withToolInput(message: string, input: unknown): string {
	if (typeof input !== 'object' || input === null) return message;
	if (extentOf(input, MAX_VALUES) !== 'fits') return message;
	const json = JSON.stringify(input, undefined, 2);
	return message.replace(UNREADABLE, () => `\n\`\`\`json\n${json}\n\`\`\`\n`);
}
