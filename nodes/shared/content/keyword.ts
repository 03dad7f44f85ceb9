import { InputError } from '../inputError';
import { textsIn } from './textsIn';

/**
 * Checks that a message has one of the keywords without which a group bot sends nothing. What has no
 * text of its own, an image or a template, is left to Lark.
 *
 * @param keywords as the credential has them; none means that the bot asks for none
 * @throws InputError that names the keywords
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Set custom keywords"
 */
export function checkKeyword(
	{ msg_type, content, card }: { msg_type: string; content?: object; card?: object },
	keywords: readonly string[],
): void {
	const isOpen = card && 'type' in card && card.type === 'template';
	if (keywords.length === 0 || isOpen || !['text', 'post', 'interactive'].includes(msg_type))
		return;
	const texts = textsIn(content ?? card)
		.join('\n')
		.toLowerCase();
	if (keywords.some((keyword) => texts.includes(keyword.toLowerCase()))) return;
	throw new InputError(
		`The message has none of the keywords of the group bot: ${keywords.join(', ')}`,
		'Put one of them into the text. If the bot no longer asks for keywords, remove them from the credential.',
	);
}
