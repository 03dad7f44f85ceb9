import contentTypes from '../contract/message-content.json';
import { isDeeper } from '../contract/depth';
import { assertCard } from './card';
import { assertFields, compileAll, type Content, type Strictness } from './fields';
import { assertPost } from './post';
import { badContent } from './refusals';

const { post: _post, interactive: _interactive, ...plainTypes } = contentTypes;

/** The types whose content is a flat object: text, image, file, share_chat, ... */
const plain = compileAll(
	Object.fromEntries(Object.entries(plainTypes).map(([type, { fields }]) => [type, fields])),
);

/**
 * Parses the `content` of a message and checks its shape (message-content-description/create_json.md).
 *
 * @param strictness unknown fields are refused by default
 * @throws LarkError 230001 with the reason, 230099 for a card
 */
export function parseContent(msgType: string, json: string, strictness: Strictness = {}): Content {
	const content = parseObject(json);
	if (msgType === 'interactive') assertCard(content, strictness);
	else if (isDeeper(content)) throw badContent('content is nested too deeply');
	else if (msgType === 'post') assertPost(content, strictness);
	else assertFields(plain(strictness)[msgType], content);
	return content;
}

/** @throws LarkError 230001 for content that is no JSON of an object */
export function parseObject(json: string): Content {
	const value = parsed(json);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw badContent('content is not the JSON of an object');
	}
	return value as Content;
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw badContent('content is not a JSON string');
	}
}
