@echo off
rem Opens the planner in a window of a useful size. Files dropped on this icon
rem are offered for import. An error stays readable until a key is pressed.
title Brujula SERUMS
chcp 65001 >nul
mode con: cols=120 lines=40 >nul 2>nul
"%~dp0serums.exe" %*
if errorlevel 1 pause
