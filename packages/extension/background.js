// A click on the button opens the packaged page beside the tab, and tells it which tab to read.
//
// Chromium runs this as a service worker, Firefox as an event page; `chrome` has promises in both.
chrome.action.onClicked.addListener(({ id, index, windowId }) =>
  chrome.tabs.create({ url: `index.html?tab=${id}`, index: index + 1, openerTabId: id, windowId }),
)
