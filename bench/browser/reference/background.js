// Answers at once: what a message costs, and nothing else.
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  answer({ length: message.text.length });
});
