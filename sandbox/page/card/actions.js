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
];

/** @param {any} button the value that it sends */
const callbackValue = ({ behaviors, value }) =>
	Array.isArray(behaviors) ? behaviors.find(({ type }) => type === 'callback')?.value : value;

/** @param {any} button */
export const isSubmit = ({ form_action_type, action_type }) =>
	form_action_type === 'submit' || action_type === 'form_submit';

/**
 * Numbers the buttons that send something and the inputs of a card, in the order in which they are written.
 *
 * @param {any} card
 * @returns {Map<object, number>} by their JSON: buttons and inputs are counted apart
 */
export function numbered(card) {
	const numbers = new Map();
	const counts = { buttons: 0, inputs: 0 };
	visit(card, false);
	return numbers;

	/** @param {any} node @param {boolean} inForm */
	function visit(node, inForm) {
		if (typeof node !== 'object' || node === null) return;
		if (node.tag === 'button') {
			const sends = callbackValue(node) !== undefined || (inForm && isSubmit(node));
			if (sends) numbers.set(node, counts.buttons++);
		} else if (INPUT_TAGS.includes(node.tag)) {
			numbers.set(node, counts.inputs++);
		} else {
			for (const child of Object.values(node)) visit(child, inForm || node.tag === 'form');
		}
	}
}
