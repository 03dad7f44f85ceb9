import { label, str, words, type ContentReader } from './content';

export const chatCard: ContentReader = ({ chat_id }) => words(label('Chat card', str(chat_id)));

export const userCard: ContentReader = ({ user_id }) => words(label('User card', str(user_id)));

export const location: ContentReader = ({ name, latitude, longitude }) =>
	words(label('Location', str(name), str(latitude), str(longitude)));
