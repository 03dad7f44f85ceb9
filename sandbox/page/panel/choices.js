import { el } from '../dom.js';

/**
 * A list of names to tick, with a field that finds some of them: those that have one of the words in it.
 *
 * @param {string} title
 * @param {import('../api.js').Choice[]} choices
 * @param {(chosen: string[]) => void} onChange
 * @param {string} find what is found to begin with, words with commas; the list is folded without it
 */
export function choiceList(title, choices, onChange, find = '') {
	const count = el('span', { className: 'quiet' });
	const boxes = choices.map(({ name, chosen }) => {
		const box = el('input', { type: 'checkbox', value: name, checked: chosen });
		return { box, label: el('label', { className: 'tick' }, box, ` ${name}`) };
	});
	const chosenNames = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
	const showCount = () => (count.textContent = ` ${chosenNames().length} of ${choices.length}`);
	const search = el('input', {
		type: 'search',
		placeholder: 'Find',
		ariaLabel: `Find in ${title}`,
		value: find,
		oninput: () => showFound(),
	});
	const showFound = () => {
		const words = search.value.split(',').map((word) => word.trim());
		for (const { box, label } of boxes) {
			label.hidden = !words.some((word) => box.value.includes(word));
		}
	};
	showFound();
	const list = el('div', { className: 'choices' }, ...boxes.map(({ label }) => label));
	list.addEventListener('change', () => {
		showCount();
		onChange(chosenNames());
	});
	/** @param {string} text @param {boolean} checked what is found is ticked, or not */
	const all = (text, checked) =>
		el(
			'button',
			{
				type: 'button',
				className: 'plain',
				onclick: () => {
					for (const { box, label } of boxes) if (!label.hidden) box.checked = checked;
					showCount();
					onChange(chosenNames());
				},
			},
			text,
		);
	showCount();
	return el(
		'details',
		{ className: 'fold', open: find !== '' },
		el('summary', {}, el('b', {}, title), count),
		el('div', { className: 'row' }, search, all('All', true), all('None', false)),
		list,
	);
}
