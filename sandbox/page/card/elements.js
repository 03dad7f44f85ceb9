import { drawButton } from './button.js';
import { drawChecker } from './checker.js';
import { drawColumns } from './columns.js';
import { drawContainer, drawPanel } from './container.js';
import { drawDate } from './date.js';
import { drawDiv } from './div.js';
import { drawForm } from './form.js';
import { drawImage, drawImages } from './image.js';
import { drawInput } from './input.js';
import { drawActions, drawNote, drawPlainText, drawRule } from './line.js';
import { drawMultiSelect } from './multi-select.js';
import { drawOverflow } from './overflow.js';
import { drawPeople } from './people.js';
import { drawSelect } from './select.js';
import { drawSelectImage } from './select-img.js';
import { drawTable } from './table.js';
import { drawMarkdown } from './text.js';
import { drawUnknown } from './unknown.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/** @type {Record<string, (node: any, context: CardContext) => Node>} */
const ELEMENTS = {
	action: drawActions,
	button: drawButton,
	checker: drawChecker,
	collapsible_panel: drawPanel,
	column_set: drawColumns,
	date_picker: drawDate,
	div: drawDiv,
	form: drawForm,
	hr: drawRule,
	img: drawImage,
	img_combination: drawImages,
	input: drawInput,
	interactive_container: drawContainer,
	lark_md: drawMarkdown,
	markdown: drawMarkdown,
	multi_select_person: drawMultiSelect,
	multi_select_static: drawMultiSelect,
	note: drawNote,
	overflow: drawOverflow,
	person: drawPeople,
	person_list: drawPeople,
	picker_datetime: drawDate,
	picker_time: drawDate,
	plain_text: drawPlainText,
	select_img: drawSelectImage,
	select_person: drawSelect,
	select_static: drawSelect,
	table: drawTable,
	text: drawPlainText,
};

/**
 * Draws the elements of a card, or of one of its containers. A card that Lark gives back has lists in its list.
 *
 * @param {any} nodes
 * @param {CardContext} context
 * @returns {Node[]}
 */
export function drawElements(nodes, context) {
	if (!Array.isArray(nodes)) return [];
	return nodes.flatMap((node) => {
		if (Array.isArray(node)) return drawElements(node, context);
		if (typeof node !== 'object' || node === null) return [];
		const draw = Object.hasOwn(ELEMENTS, node.tag) ? ELEMENTS[node.tag] : drawUnknown;
		return [draw(node, context)];
	});
}
