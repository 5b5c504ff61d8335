// Types of the global `Excel`, `Office` and `OfficeExtension` that office.js brings: Microsoft's own, where the package has them.
/// <reference path="../../node_modules/@microsoft/office-js/dist/office.d.ts" />
