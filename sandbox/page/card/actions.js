/** The elements that take an answer, as the sandbox counts them. */
const INPUT_TAGS = [
	'input',
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
	'date_picker',
	'picker_time',
	'picker_datetime',
	'checker',
	'overflow',
	'select_img',
];

/** @param {any} node @returns {boolean} whether it has a callback of its own */
export const callsBack = ({ behaviors, value }) =>
	Array.isArray(behaviors)
		? behaviors.some((/** @type {any} */ behavior) => behavior?.type === 'callback')
		: value !== undefined;

/** @param {any} button */
export const isSubmit = ({ form_action_type, action_type }) =>
	form_action_type === 'submit' || action_type === 'form_submit';

/** @param {any} button */
export const isReset = ({ form_action_type, action_type }) =>
	form_action_type === 'reset' || action_type === 'form_reset';

/**
 * Numbers the buttons that send something and the inputs of a card, in the order in which they are written.
 *
 * @param {any} card
 * @returns {Map<object, number>} by their JSON: buttons and inputs are counted apart
 */
export function numbered(card) {
	const numbers = new Map();
	const counts = { buttons: 0, inputs: 0 };
	const isV2 = card.schema !== undefined;
	visit(card, false);
	return numbers;

	/** @param {any} node @param {boolean} inForm */
	function visit(node, inForm) {
		if (typeof node !== 'object' || node === null) return;
		if (node.tag === 'button') {
			if (sends(node, inForm)) numbers.set(node, counts.buttons++);
		} else if (INPUT_TAGS.includes(node.tag)) {
			numbers.set(node, counts.inputs++);
		} else {
			for (const child of Object.values(node)) visit(child, inForm || node.tag === 'form');
		}
	}

	/** @param {any} node @param {boolean} inForm */
	function sends(node, inForm) {
		if (isReset(node)) return false;
		if (inForm && isSubmit(node)) return true;
		return callsBack(node) || (isV2 && !inForm && node.behaviors === undefined);
	}
}
