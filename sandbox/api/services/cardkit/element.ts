import { problemOfElements } from '../../../content/entity-card';
import {
	addElements,
	deleteElement,
	patchElement,
	replaceElement,
	setText,
	type Position,
} from '../../../content/entity-elements';
import type { Content } from '../../../content/fields';
import { LarkError } from '../../../contract/lark-error';
import { handler, type HandlerTable } from '../../handler';
import { changeEntity, parseJson, parseJsonObject, type Numbered } from './entity';

interface NewElements extends Numbered {
	type: Position;
	target_element_id?: string;
	elements: string;
}

/** cardkit-v1/card-element/create.md */
const create = handler<{ body: NewElements }>((call, platform) =>
	changeEntity(call, platform, (card, { timedOut }) => {
		if (timedOut) throw new LarkError(200510);
		const { type, target_element_id: target, elements } = call.body;
		const added = parseJson(elements, 'elements');
		const problem = problemOfElements(added);
		if (problem) throw new LarkError(300315, { ext: problem });
		addElements(card, type, target, added as Content[]);
		return card;
	}),
);

/** cardkit-v1/card-element/update.md: another element in its place, which may have another tag. */
const update = handler<{ body: Numbered & { element: string } }>((call, platform) =>
	changeEntity(call, platform, (card) => {
		const element = parseJsonObject(call.body.element, 'element');
		if (problemOfElements([element])) throw new LarkError(300121, { ext: 'element needs a tag' });
		replaceElement(card, call.params.element_id, element);
		return card;
	}),
);

/** cardkit-v1/card-element/patch.md */
const patch = handler<{ body: Numbered & { partial_element: string } }>((call, platform) =>
	changeEntity(call, platform, (card) => {
		const partial = parseJsonObject(call.body.partial_element, 'partial_element');
		patchElement(card, call.params.element_id, partial);
		return card;
	}),
);

/** cardkit-v1/card-element/delete.md */
const remove = handler<{ body: Numbered }>((call, platform) =>
	changeEntity(call, platform, (card) => {
		deleteElement(card, call.params.element_id);
		return card;
	}),
);

/** cardkit-v1/card-element/content.md: the whole text, which the client types out if it goes on where it was. */
const stream = handler<{ body: Numbered & { content: string } }>((call, platform) =>
	changeEntity(call, platform, (card, { streamingSince, timedOut }) => {
		if (timedOut) throw new LarkError(200850);
		if (streamingSince === undefined) throw new LarkError(300309);
		setText(card, call.params.element_id, call.body.content);
		return card;
	}),
);

export const cardkitElementHandlers: HandlerTable = {
	'cardkit.v1.card_element.create': create,
	'cardkit.v1.card_element.update': update,
	'cardkit.v1.card_element.patch': patch,
	'cardkit.v1.card_element.delete': remove,
	'cardkit.v1.card_element.content': stream,
};
