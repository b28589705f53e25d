'use strict';
// Imports a package for a file of dist/bundle: not every Node can require an ES module.
module.exports = (name) => import(name);
