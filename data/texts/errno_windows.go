package texts

import "syscall"

// posix returns the POSIX name of a Windows error (winerror.h): the words are one for
// all systems.
func posix(e syscall.Errno) syscall.Errno {
	switch e {
	case 19: // ERROR_WRITE_PROTECT
		return syscall.EROFS
	case 32, 33: // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
		return syscall.EBUSY
	case 39, 112: // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
		return syscall.ENOSPC
	case 87, 123: // ERROR_INVALID_PARAMETER, ERROR_INVALID_NAME
		return syscall.EINVAL
	case 109, 232: // ERROR_BROKEN_PIPE, ERROR_NO_DATA
		return syscall.EPIPE
	case 206: // ERROR_FILENAME_EXCED_RANGE
		return syscall.ENAMETOOLONG
	case 267: // ERROR_DIRECTORY
		return syscall.ENOTDIR
	case 1117: // ERROR_IO_DEVICE
		return syscall.EIO
	}
	return e
}
